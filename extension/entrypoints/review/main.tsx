import { render } from 'preact';

render(<h1>ふりかえり</h1>, document.getElementById('app')!);
