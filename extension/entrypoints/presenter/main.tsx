import { mountPresenter } from '../../presenter/presenter.tsx';

mountPresenter();
