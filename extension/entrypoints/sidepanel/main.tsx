import { mount } from '../../app/mount.tsx';
import { Panel } from '../../review/panel.tsx';

mount(Panel, { narrow: true });
