import { Home } from '../../home/home.tsx';
import { mount } from '../../shell/mount.tsx';

mount(Home, { withoutUser: true });
