import { wholeWording } from '../../../locales/t.ts';
import { mount } from '../../app/mount.tsx';
import { Home } from '../../home/home.tsx';

void wholeWording().then(() => mount(Home, { withoutUser: true }));
