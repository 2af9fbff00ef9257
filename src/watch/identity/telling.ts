import { DISTRICTS } from '../../corpus/bodies/list.ts';

/** A title this long names its document well enough to be known by it on whatever site; shorter ones need their issuer. */
export const TELLING_LENGTH = 16;
/** So does a shorter one that says where it holds. */
const SHORT_LENGTH = 8;

/** A title that says where it holds is that place's on whatever site. */
export const PLACED = new RegExp(`北京|首都|中关村|京津冀|亦庄|经开区|科学城|(?:${DISTRICTS.join('|')})区`);

/** Whether a title, as documents are compared by it, is so telling that two documents do not have it by chance. */
export const isTelling = (core: string): boolean =>
  core.length >= TELLING_LENGTH || (core.length >= SHORT_LENGTH && PLACED.test(core));
