import { wholeWording } from '../../../locales/t.ts';
import { mount } from '../../app/mount.tsx';
import { Trainer } from '../../training/trainer.tsx';

// A session goes on whatever has become of the store, which is opened when there is something to keep.
void wholeWording().then(() =>
  mount(Trainer, { withoutUser: true, opens: 'to-write', withoutStore: () => true }),
);
