import { wholeWording } from '../../../locales/t.ts';
import { Options } from '../../options/options.tsx';
import { mount } from '../../shell/mount.tsx';
import { route } from '../../shell/route.ts';

void wholeWording().then(() =>
  mount(Options, { withoutUser: true, withoutStore: () => route.value[0] === 'it' }),
);
