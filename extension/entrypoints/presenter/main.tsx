import { mountPresenter } from '../../training/presenter/presenter.tsx';

mountPresenter();
