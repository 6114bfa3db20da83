import { options, render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import '../../ui/style/style.css';
import { AskView } from './ask.tsx';
import { PicturesView } from './pictures.tsx';
import { PiecesView } from './pieces.tsx';
import { ReviewView } from './review.tsx';

const views = {
  review: ReviewView,
  panel: () => <ReviewView narrow />,
  ask: AskView,
  pieces: PiecesView,
  pictures: PicturesView,
};

const current = () => location.hash.slice(2) as keyof typeof views;

function Gallery() {
  const [view, setView] = useState(current());
  useEffect(() => {
    const change = () => setView(current());
    addEventListener('hashchange', change);
    return () => removeEventListener('hashchange', change);
  }, []);
  const View = views[view] ?? views.review;
  return <View />;
}

// How many fieldsets were drawn so far, for the test that an answer draws one.
let drawn = 0;
options.vnode = ({ type }) => {
  if (type === 'fieldset') document.documentElement.dataset.drawn = `${++drawn}`;
};

render(<Gallery />, document.getElementById('app') as HTMLElement);
