import { elementAt, type ListReader, type XmlPart } from '../xml/xml.ts';
import { type SharedStrings, stringText } from './cell-text.ts';

export interface StringReader extends ListReader {
  readonly strings: (part: XmlPart) => SharedStrings;
}

/** Reads the workbook's own texts as their part is read (`parseXml`): each is made one when it is asked for. */
export function stringReader(): StringReader {
  const starts: number[] = [];
  const begin: ListReader['begin'] = (_, depth, from) => {
    if (depth === 1) starts.push(from);
    return true;
  };
  const strings = (part: XmlPart): SharedStrings => {
    const known: string[] = [];
    return (index) => {
      const from = starts[index];
      if (from === undefined) return '';
      known[index] ??= stringText(part, elementAt(part.bytes, from));
      return known[index];
    };
  };
  return { isList: (_, depth) => depth === 0, begin, strings };
}
