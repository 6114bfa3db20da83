import { wholeWording } from '../../../locales/t.ts';
import { Home } from '../../home/home.tsx';
import { mount } from '../../shell/mount.tsx';

void wholeWording().then(() => mount(Home, { withoutUser: true }));
