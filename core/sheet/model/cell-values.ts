import type { PhilosophyId } from '../../catalog/catalog.ts';
import { plainText } from './cell-text.ts';
import type { SheetField } from './fields.ts';
import type { Achievement, Cost, Target } from './sheet.ts';

/** What the optional columns of a template say in words, and what that is in the model. */

const achievementWords: Readonly<Record<Achievement, string>> = {
  achieved: '達成',
  mostly: 'おおむね達成',
  missed: '未達成',
};

const costWords: Readonly<Record<Cost, string>> = {
  none: 'なし',
  'next-year': '次年度',
  urgent: '今年度（緊急）',
};

const philosophyWords: Readonly<Record<PhilosophyId, string>> = {
  'basic-mission': '基本的な使命',
  'citizen-view': '市民の視点',
  empathy: '市民と共感',
  needs: 'ニーズの把握',
  'proper-service': '適切なサービス提供',
  comfort: '快適な環境',
  efficiency: '効率的運営',
  cooperation: '組織間の連携',
};

const marks = '①②③④⑤⑥⑦⑧⑨⑩';
const yes = '○';

const folded = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

function idOf<T extends string>(words: Readonly<Record<T, string>>, text: string): T | undefined {
  return (Object.keys(words) as T[]).find((id) => folded(words[id]) === folded(text));
}

/**
 * The text of a target's optional field; null where it says nothing, undefined where the key is
 * absent and the cell is left as it is.
 */
export function optionalText(target: Target, field: SheetField): string | null | undefined {
  switch (field) {
    case 'achievement':
      return target.achievement && achievementWords[target.achievement];
    case 'cost':
      return target.cost && costWords[target.cost];
    case 'philosophies':
      return (
        target.philosophies &&
        (target.philosophies.map((id) => philosophyWords[id]).join('、') || null)
      );
    case 'policy':
      return !target.policy
        ? target.policy === undefined
          ? undefined
          : null
        : (marks[target.policy - 1] ?? String(target.policy));
    case 'nominate':
    case 'becomesStandard':
      return target[field] === undefined ? undefined : target[field] ? yes : null;
    case 'measures':
    case 'midResult':
    case 'organizationGoal':
    case 'countermeasure':
      return target[field];
    default:
      return undefined;
  }
}

/** What an optional field's cell says; nothing where its words are the office's own. */
export function optionalValue(field: SheetField, text: string): Partial<Target> {
  const plain = plainText(text);
  switch (field) {
    case 'achievement':
      return known('achievement', plain && idOf(achievementWords, plain));
    case 'cost':
      return known('cost', plain && idOf(costWords, plain));
    case 'philosophies': {
      const ids = (plain ?? '').split(/[、,，・\n]/).map((part) => idOf(philosophyWords, part));
      if (!plain) return { philosophies: [] };
      return ids.every((id) => id !== undefined) ? { philosophies: ids } : {};
    }
    case 'policy': {
      const digits = /^\d{1,2}$/.exec(folded(plain ?? ''))?.[0];
      return known('policy', plain && (digits ? Number(digits) : undefined));
    }
    case 'nominate':
    case 'becomesStandard':
      if (!plain) return { [field]: false };
      return /^[○〇◯レ✓✔]$/.test(plain) ? { [field]: true } : {};
    case 'measures':
    case 'midResult':
    case 'organizationGoal':
    case 'countermeasure':
      return { [field]: plain };
    default:
      return {};
  }
}

const known = <K extends keyof Target>(key: K, value: Target[K] | ''): Partial<Target> =>
  value === undefined ? {} : { [key]: value || null };
