import { type ComponentChild, Fragment, h, options, type VNode } from 'preact';
import { endsPhrase, partsOf, phrasesOf } from './phrases.ts';

/** Firefox breaks Japanese lines between any two characters. */
const words =
  typeof CSS === 'undefined' || CSS.supports('word-break: auto-phrase')
    ? null
    : new Intl.Segmenter('ja', { granularity: 'word' });

/** What is read as running text. Values of fields and drawings stay as they are. */
const texts: ReadonlySet<unknown> = new Set([
  ...['p', 'h1', 'h2', 'h3', 'li', 'dt', 'dd', 'th', 'td', 'caption', 'figcaption', 'legend'],
  ...['label', 'summary', 'span', 'strong', 'button', 'a', Fragment],
]);

/** Looking for phrases takes its time, the browser's too: a longer text is pasted or a file's. */
const longest = 2000;

let isOn = false;
/** What is made here is not looked at again. */
let isMaking = false;

/**
 * Sees to the ends of all lines that Preact draws, in every browser alike: dates and numbers stay
 * with their words, and where the browser knows no phrases, lines end between those found here.
 * Once a page, before anything is drawn.
 */
export function keepLineEnds(): void {
  if (isOn) return;
  isOn = true;
  const before = options.vnode;
  options.vnode = (vnode) => {
    before?.(vnode);
    if (isMaking || !texts.has(vnode.type)) return;
    const props = vnode.props as { children?: ComponentChild | ComponentChild[] };
    const { children } = props;
    if (typeof vnode.type === 'string' && isLong(children)) {
      Object.assign(vnode.props, { class: withLong(vnode.props) });
      return;
    }
    if (typeof children === 'string') props.children = withEnds(children);
    else if (Array.isArray(children) && children.some(isText)) {
      props.children = children.map((child) => (isText(child) ? withEnds(child) : child));
    }
  };
}

/** Its lines may end anywhere (base.css). */
const withLong = (props: object): string =>
  ['class' in props && typeof props.class === 'string' ? props.class : '', 'f-long']
    .join(' ')
    .trim();

const isLong = (children: ComponentChild | ComponentChild[]): boolean =>
  [children].flat().some((child) => isText(child) && child.length > longest);

const isText = (child: unknown): child is string => typeof child === 'string';

function withEnds(text: string): string | VNode {
  if (text.length > longest) return text;
  const parts = /[\d元]/.test(text) ? partsOf(text) : [text];
  if (parts.length === 1 && !words) return text;
  isMaking = true;
  const children = parts.flatMap((part, index): ComponentChild[] => {
    if (index % 2 === 0) return words ? withPhrases(part, words) : [part];
    const whole = h('span', { class: 'f-together' }, part);
    const mayEnd = part.startsWith('（') || (words && endsPhrase(parts[index - 1] ?? ''));
    return mayEnd ? [h('wbr', null), whole] : [whole];
  });
  if (children.length === 1) {
    isMaking = false;
    return text;
  }
  // One child as before: its parent may set its children side by side.
  const made = h('span', null, children);
  isMaking = false;
  return made;
}

const withPhrases = (text: string, segmenter: Intl.Segmenter): ComponentChild[] =>
  phrasesOf(text, segmenter).flatMap((phrase, index) =>
    index === 0 ? [phrase] : [h('wbr', null), phrase],
  );
