/**
 * The bodies that laws speak of, as a policy officer keeps them in `corpus/bodies.json`.
 */
import data from '../../../corpus/bodies.json' with { type: 'json' };

/** A department of the city. */
export interface Department {
  /** As the ordinance writes it before 部门: 科学技术, within 市科学技术、教育等部门. */
  readonly field: string;
  /** The same in other documents: 人力资源社会保障. */
  readonly alsoWritten: readonly string[];
  /** Its official name today. */
  readonly official: string;
  /** Short, everyday and former names, without 北京市 or 市. */
  readonly names: readonly string[];
  /** Organs of the state in Beijing that work in the same field: no law of the city speaks to them by this field. */
  readonly branches?: readonly string[];
}

/** Another body, or a kind of bodies, by the name that laws use, with what people say for it. */
export interface Kind {
  readonly name: string;
  readonly official?: string;
  readonly names: readonly string[];
  /** What its office is called: a name, where the others may be words of a text. */
  readonly organs?: readonly string[];
}

export const DEPARTMENTS: readonly Department[] = data.departments;
export const KINDS: readonly Kind[] = data.kinds;
/** The districts of the city, without 区. */
export const DISTRICTS: readonly string[] = data.districts;

const byField = new Map(
  DEPARTMENTS.flatMap((department) =>
    [department.field, ...department.alsoWritten].map((field) => [field, department] as const),
  ),
);

/** The department that laws call so: 人力资源社会保障 and 人力资源和社会保障 are one. */
export const departmentOfField = (field: string): Department | undefined => byField.get(field);
