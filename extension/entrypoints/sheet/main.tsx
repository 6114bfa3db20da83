import { wholeWording } from '../../../locales/t.ts';
import { SheetPage } from '../../sheet/sheet.tsx';
import { mount } from '../../shell/mount.tsx';

void wholeWording().then(() => mount(SheetPage, { firstRoom: 'sheet' }));
