import { wholeWording } from '../../../locales/t.ts';
import { mount } from '../../app/mount.tsx';
import { route } from '../../app/route.ts';
import { Options } from '../../options/options.tsx';

void wholeWording().then(() =>
  mount(Options, { withoutUser: true, withoutStore: () => route.value[0] === 'it' }),
);
