import type { Span } from '../text/span.ts';

/** The functions of sections of a speech, by the names that writers use. */
export const SECTION_FUNCTIONS = [
  '称谓',
  '会议由来',
  '承接',
  '提纲',
  '肯定成绩',
  '过渡',
  '查找不足',
  '形势意义',
  '总要求',
  '部署任务',
  '要求保障',
  '近期工作',
  '号召结尾',
] as const;

export type SectionFunction = (typeof SECTION_FUNCTIONS)[number];

/** A node of the outline. The span covers heading and body, children included. */
export interface Section extends Span {
  /** Heading as written, without closing punctuation: «一、提高认识», «一要勇争一流». */
  readonly title: string;
  /** 1 for 一、, 2 for （一）, 3 for 1., 4 for （1）; for run-in and quoted heads one below the section that contains them. */
  readonly level: number;
  readonly function?: SectionFunction;
  readonly children: readonly Section[];
}
