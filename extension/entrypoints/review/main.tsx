import { ReviewPage } from '../../review/review.tsx';
import { mount } from '../../shell/mount.tsx';

mount(ReviewPage);
