import { mount } from '../../app/mount.tsx';
import { ReviewPage } from '../../review/review.tsx';

mount(ReviewPage);
