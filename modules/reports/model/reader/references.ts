// What a number's words may refer back to: the thing named last, the topic of the point, the last indicator mentioned.

/** A name that later figures may refer to: 占全省的25%, 增长10%, 居全省第三. */
export type Subject = {
  /** The name as it was given to the figure. */
  readonly name: string;
  /** The thing itself in the words of the text, for names derived from it. */
  readonly core: string;
  /** What growths, shares and ranks of it are named after: 登记技术合同成交额 where the thing is 登记技术合同. */
  readonly stem: string;
  readonly id: string | null;
};

export type References = {
  readonly subject: Subject | null;
  /** The subject was named in this sentence. */
  readonly fresh: boolean;
  /** What the point or paragraph is about. */
  readonly topic: string;
  /** The thing that the sentence counted last, not in money. */
  readonly counted: string;
  /** What the sentence said was applied for, of which a 通过率 is the rate. */
  readonly applied: string;
  /** What was set up or held last: the platform, fund, event or policy to which what follows belongs. */
  readonly holder: string;
  /** The indicator of the field that the text mentioned last. */
  readonly mention: string;
  /** The name of the figure right before, for a rank that follows it. */
  readonly lastName: string;
  /** The name of the last share of the paragraph that said of what it is one. */
  readonly shareSaid: string;
  /** What the number before counts, where the words between begin with it. */
  readonly previousHead: string;
  /** 其中: the number counts a part of the thing named last. */
  readonly part: boolean;
  /** The thing before 其中 or the bracket. */
  readonly whole: Subject | null;
  /** The whole before 其中 is counted in the same measure word. */
  readonly sameUnit: boolean;
  /** The number right before is counted in the same measure word. */
  readonly likeLast: boolean;
  /** The words before the number that told among how many, for the rank behind it: 成交额居四类合同之首. */
  readonly standing: { readonly left: string; readonly among: string } | null;
  /** The sum of money that the sentence told of the whole: 营业收入, for the parts behind a colon. */
  readonly sumSaid: string;
  /** The name of the rank right before, or nothing. */
  readonly rankBefore: string;
  /** The number before is a threshold. */
  readonly afterMark: boolean;
  /** Who serves, or what is held, in the words of the title. */
  readonly about: string;
  /** The place that the report is about, or nothing. */
  readonly place: string;
};

const MOST = 18;

/** A name short enough to stand in front of another. */
export function asPrefix(name: string): string {
  if (name.length <= MOST) return name;
  const last = name.split(/[、的和及]/).at(-1) ?? name;
  const rest = last.length >= 4 ? last : name;
  if (rest.length <= MOST) return rest;
  // 重大项目某某加速器项目投资: the scheme gives way to what it holds.
  const held = /^.{2,}?(?:项目|工程|计划|专项|行动|召开了?|举办了?|实施了?|完成了?)(.{6,})$/.exec(rest)?.[1];
  const deed = /^.{4,}?((?:促成|引进|培育|孵化|吸引|带动|建成|获批).{4,})$/.exec(rest)?.[1];
  return (held ?? deed ?? rest).slice(-MOST);
}

/** What a word without meaning of its own belongs to. */
export function basis(references: References): string {
  const { subject, fresh, topic } = references;
  if (fresh && subject) return asPrefix(subject.core);
  return asPrefix(topic || subject?.core || '');
}
