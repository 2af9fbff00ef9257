import { addDefinitions, type LoadedFeeds } from '../src/watch/load.ts';
import type { FeedDefinition } from '../src/watch/types.ts';
import { feed as bjBgtwj } from './bj_bgtwj.ts';
import { feed as bjDfxfg } from './bj_dfxfg.ts';
import { feed as bjGfxwj } from './bj_gfxwj.ts';
import { feed as bjGfxwjzj } from './bj_gfxwjzj.ts';
import { feed as bjSzfwj } from './bj_szfwj.ts';
import { feed as bjYwdtHome } from './bj_ywdt_home.ts';
import { feed as bjZcjd } from './bj_zcjd.ts';
import { feed as bjZfgz } from './bj_zfgz.ts';
import { feed as bjZhengceDeclare } from './bj_zhengce_declare.ts';
import { feed as bjZhengceNotice } from './bj_zhengce_notice.ts';
import { feed as bjZhengcefagui } from './bj_zhengcefagui.ts';
import { feed as bjrdDfxfg } from './bjrd_dfxfg.ts';
import { feed as bjrdFgjd } from './bjrd_fgjd.ts';
import { feed as bjrdZyfb } from './bjrd_zyfb.ts';
import { feed as cnipaTz } from './cnipa_tz.ts';
import { feed as czjTztg } from './czj_tztg.ts';
import { feed as czjZcwj } from './czj_zcwj.ts';
import { feed as fgwFgzs } from './fgw_fgzs.ts';
import { feed as fgwTztg } from './fgw_tztg.ts';
import { feed as fgwZcjd } from './fgw_zcjd.ts';
import { feed as fgwZcwj } from './fgw_zcwj.ts';
import { feed as flkNpc } from './flk_npc.ts';
import { feed as govJiedu } from './gov_jiedu.ts';
import { feed as govLianbo } from './gov_lianbo.ts';
import { feed as govYaowen } from './gov_yaowen.ts';
import { feed as govZck } from './gov_zck.ts';
import { feed as govZuixin } from './gov_zuixin.ts';
import { feed as hdApi } from './hd_api.ts';
import { feed as hdGfxwj } from './hd_gfxwj.ts';
import { feed as hdYwx } from './hd_ywx.ts';
import { feed as hdZcjd } from './hd_zcjd.ts';
import { feed as jwTzgg } from './jw_tzgg.ts';
import { feed as jxjTzgg } from './jxj_tzgg.ts';
import { feed as jxjZcwj } from './jxj_zcwj.ts';
import { feed as kfqgwGzdt } from './kfqgw_gzdt.ts';
import { feed as kfqgwZcwj } from './kfqgw_zcwj.ts';
import { feed as kwDcfk } from './kw_dcfk.ts';
import { feed as kwDczj } from './kw_dczj.ts';
import { feed as kwHome } from './kw_home.ts';
import { feed as kwKcyxCyfz } from './kw_kcyx_cyfz.ts';
import { feed as kwKcyxKfhz } from './kw_kcyx_kfhz.ts';
import { feed as kwKcyxKjqy } from './kw_kcyx_kjqy.ts';
import { feed as kwKcyxShgg } from './kw_kcyx_shgg.ts';
import { feed as kwSbrl } from './kw_sbrl.ts';
import { feed as kwTzgg } from './kw_tzgg.ts';
import { feed as kwZcjd } from './kw_zcjd.ts';
import { feed as kwZcwj } from './kw_zcwj.ts';
import { feed as miitTz } from './miit_tz.ts';
import { feed as miitWjgs } from './miit_wjgs.ts';
import { feed as miitYjzj } from './miit_yjzj.ts';
import { feed as miitZcjd } from './miit_zcjd.ts';
import { feed as miitZcwjApi } from './miit_zcwj_api.ts';
import { feed as mofZcfb } from './mof_zcfb.ts';
import { feed as mostGfxwj } from './most_gfxwj.ts';
import { feed as mostKjbgz } from './most_kjbgz.ts';
import { feed as mostKjjh } from './most_kjjh.ts';
import { feed as mostTztg } from './most_tztg.ts';
import { feed as ncstiHome } from './ncsti_home.ts';
import { feed as ncstiTzgg } from './ncsti_tzgg.ts';
import { feed as ncstiZcwj } from './ncsti_zcwj.ts';
import { feed as ndrcFzggwl } from './ndrc_fzggwl.ts';
import { feed as ndrcGg } from './ndrc_gg.ts';
import { feed as ndrcGhwb } from './ndrc_ghwb.ts';
import { feed as ndrcGhxwj } from './ndrc_ghxwj.ts';
import { feed as ndrcTz } from './ndrc_tz.ts';
import { feed as ndrcTzgg } from './ndrc_tzgg.ts';
import { feed as nsfcZntg } from './nsfc_zntg.ts';
import { feed as zscqjTzgg } from './zscqj_tzgg.ts';

/**
 * The built-in sources, one file each. To add one: write its file, name it here, and lay a page of its form with what is to be read
 * from it under `test/fixtures/feeds`.
 */
export const feeds: readonly FeedDefinition[] = [
  bjZhengcefagui,
  bjSzfwj,
  bjBgtwj,
  bjGfxwj,
  bjZcjd,
  bjZfgz,
  bjDfxfg,
  bjGfxwjzj,
  bjZhengceDeclare,
  bjZhengceNotice,
  kwTzgg,
  kwZcwj,
  kwZcjd,
  kwSbrl,
  kwDczj,
  kwDcfk,
  kwKcyxShgg,
  kwKcyxCyfz,
  kwKcyxKfhz,
  kwKcyxKjqy,
  kwHome,
  fgwZcwj,
  fgwZcjd,
  fgwTztg,
  fgwFgzs,
  jxjTzgg,
  jxjZcwj,
  czjZcwj,
  czjTztg,
  jwTzgg,
  zscqjTzgg,
  bjrdDfxfg,
  bjrdZyfb,
  bjrdFgjd,
  ncstiHome,
  ncstiTzgg,
  ncstiZcwj,
  kfqgwZcwj,
  kfqgwGzdt,
  hdApi,
  hdYwx,
  hdGfxwj,
  hdZcjd,
  govZuixin,
  govJiedu,
  govYaowen,
  govLianbo,
  govZck,
  mostTztg,
  mostGfxwj,
  mostKjbgz,
  mostKjjh,
  miitZcwjApi,
  miitWjgs,
  miitZcjd,
  miitYjzj,
  miitTz,
  ndrcTz,
  ndrcGhxwj,
  ndrcFzggwl,
  ndrcGg,
  ndrcGhwb,
  ndrcTzgg,
  mofZcfb,
  cnipaTz,
  nsfcZntg,
  flkNpc,
  bjYwdtHome,
];

/** The built-in sources and those of a team's own folder (`FEEDS_DIR`), with what could not be used of it. */
export const loadFeeds = (options: { readonly extraDir?: string | null } = {}): Promise<LoadedFeeds> =>
  addDefinitions(feeds, options.extraDir);
