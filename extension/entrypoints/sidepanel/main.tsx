import { Panel } from '../../review/panel.tsx';
import { mount } from '../../shell/mount.tsx';

mount(Panel, { narrow: true });
