/** What is checked: `furikaeri.catalog/1`, the service standards of one layer (city, ward or section). */

export const sceneIds = [
  'notice',
  'reception',
  'phone',
  'counter',
  'visit',
  'common',
  'system',
  'wayfinding',
] as const;
/** The basic scenes (基本的な場面) of 001 §4, in their order ①–⑧. */
export type SceneId = (typeof sceneIds)[number];

export const philosophyIds = [
  'basic-mission',
  'citizen-view',
  'empathy',
  'needs',
  'proper-service',
  'comfort',
  'efficiency',
  'cooperation',
] as const;
/** The philosophy items (区役所サービスの理念) of 001 §3, in their order. */
export type PhilosophyId = (typeof philosophyIds)[number];

export const statuses = ['official', 'summary', 'model'] as const;
/** Quoted from a document; our words about an official text (要約); ours (見本). */
export type Status = (typeof statuses)[number];

export const scopes = ['city', 'ward', 'section'] as const;
export type Scope = (typeof scopes)[number];

/** A service standard's id, `[a-z0-9-]{1,60}`, never reused for another meaning. */
export type StandardId = string;

interface Quotable {
  readonly status: Status;
  /** Document and clause: `001 §5(3)`. */
  readonly basis: string;
}

export interface Source {
  readonly id: string;
  readonly title: string;
  /** `YYYY-MM`, or as far as it is known. */
  readonly issued?: string;
}

export interface Philosophy extends Quotable {
  readonly id: PhilosophyId;
  readonly name: string;
  readonly statement: string;
  /** 考え方, a line each. */
  readonly notes: readonly { readonly text: string; readonly status: Status }[];
}

export interface Scene extends Quotable {
  readonly id: SceneId;
  /** 1–8, as in ①–⑧. */
  readonly no: number;
  readonly name: string;
  readonly definition: string;
}

export interface Standard extends Quotable {
  readonly id: StandardId;
  readonly scene: SceneId;
  readonly text: string;
  /** The text with furigana in Aozora notation. */
  readonly ruby?: string;
  readonly philosophies: readonly PhilosophyId[];
  readonly guidance?: string;
  readonly good?: string;
  readonly poor?: string;
  /** The standard of the layer below that this one raises, or null. */
  readonly raises: StandardId | null;
}

export interface Policy extends Quotable {
  readonly id: string;
  readonly text: string;
}

/** A part of a service by who may change it (001 §1(4)). */
export interface ScopeMark extends Quotable {
  readonly id: string;
  readonly name: string;
  readonly examples: readonly string[];
}

/** Philosophy item → standard → target → initiative (001 §5(3)). */
export interface Chain {
  readonly philosophy: PhilosophyId;
  readonly standard: string;
  readonly target: string;
  readonly initiative: string;
  readonly basis: string;
}

export interface Catalog {
  readonly format: 'furikaeri.catalog/1';
  readonly id: string;
  readonly edition: string;
  readonly scope: Scope;
  readonly extends: { readonly id: string; readonly edition: string } | null;
  readonly title: string;
  readonly issuer: string;
  readonly sources: readonly Source[];
  readonly aim: { readonly text: string } & Quotable;
  readonly philosophies: readonly Philosophy[];
  readonly scenes: readonly Scene[];
  readonly standards: readonly Standard[];
  readonly policies: readonly Policy[];
  readonly scopeMarks: readonly ScopeMark[];
  readonly chains: readonly Chain[];
}

/** A layer that a review was answered against; `digest` is `sha256-<hex>` of the catalog's canonical JSON. */
export interface CatalogRef {
  readonly id: string;
  readonly edition: string;
  readonly digest: string;
}
