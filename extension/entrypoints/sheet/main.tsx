import { wholeWording } from '../../../locales/t.ts';
import { mount } from '../../app/mount.tsx';
import { SheetPage } from '../../sheet/sheet.tsx';

void wholeWording().then(() => mount(SheetPage, { firstRoom: 'sheet' }));
