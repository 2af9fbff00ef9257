import { addDefinitions, type LoadedFeeds } from '../src/watch/load.ts';
import type { FeedDefinition } from '../src/watch/types.ts';
import { feed as bjBgtwj } from './bj_bgtwj.ts';
import { feed as bjDfxfg } from './bj_dfxfg.ts';
import { feed as bjGfxwj } from './bj_gfxwj.ts';
import { feed as bjGfxwjzj } from './bj_gfxwjzj.ts';
import { feed as bjSzfwj } from './bj_szfwj.ts';
import { feed as bjZcjd } from './bj_zcjd.ts';
import { feed as bjZfgz } from './bj_zfgz.ts';
import { feed as bjZhengcefagui } from './bj_zhengcefagui.ts';
import { feed as bjrdDfxfg } from './bjrd_dfxfg.ts';
import { feed as bjrdFgjd } from './bjrd_fgjd.ts';
import { feed as bjrdZyfb } from './bjrd_zyfb.ts';
import { feed as czjZcwj } from './czj_zcwj.ts';
import { feed as fgwTztg } from './fgw_tztg.ts';
import { feed as fgwZcjd } from './fgw_zcjd.ts';
import { feed as fgwZcwj } from './fgw_zcwj.ts';
import { feed as jxjTzgg } from './jxj_tzgg.ts';
import { feed as jxjZcwj } from './jxj_zcwj.ts';
import { feed as kfqgwZcwj } from './kfqgw_zcwj.ts';
import { feed as kwDcfk } from './kw_dcfk.ts';
import { feed as kwDczj } from './kw_dczj.ts';
import { feed as kwTzgg } from './kw_tzgg.ts';
import { feed as kwZcjd } from './kw_zcjd.ts';
import { feed as kwZcwj } from './kw_zcwj.ts';
import { feed as mostGfxwj } from './most_gfxwj.ts';
import { feed as mostTztg } from './most_tztg.ts';
import { feed as ncstiTzgg } from './ncsti_tzgg.ts';
import { feed as ncstiZcwj } from './ncsti_zcwj.ts';
import { feed as ndrcGhxwj } from './ndrc_ghxwj.ts';
import { feed as ndrcTz } from './ndrc_tz.ts';
import { feed as zscqjTzgg } from './zscqj_tzgg.ts';

/** The built-in sources, one file each. To add one: write its file, name it here, and record a page of its form under `test/fixtures/feeds`. */
export const feeds: readonly FeedDefinition[] = [
  bjZhengcefagui,
  bjSzfwj,
  bjBgtwj,
  bjGfxwj,
  bjZcjd,
  bjZfgz,
  bjDfxfg,
  bjGfxwjzj,
  kwTzgg,
  kwZcwj,
  kwZcjd,
  kwDczj,
  kwDcfk,
  fgwZcwj,
  fgwZcjd,
  fgwTztg,
  jxjTzgg,
  jxjZcwj,
  czjZcwj,
  zscqjTzgg,
  bjrdDfxfg,
  bjrdZyfb,
  bjrdFgjd,
  ncstiTzgg,
  ncstiZcwj,
  kfqgwZcwj,
  mostTztg,
  mostGfxwj,
  ndrcTz,
  ndrcGhxwj,
];

/** The built-in sources and those of a team's own folder (`FEEDS_DIR`), with what could not be used of it. */
export const loadFeeds = (options: { readonly extraDir?: string | null } = {}): Promise<LoadedFeeds> =>
  addDefinitions(feeds, options.extraDir);
