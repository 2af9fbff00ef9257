import type { Translate } from '../catalogue/index.ts';
import type { ChannelValue } from '../command.ts';
import { type Markdown, trusted } from '../markdown.ts';

/** What we lack in a channel, and where it is to be allowed. */
export const missingPermissions = ({ id, missing }: ChannelValue, t: Translate): Markdown =>
  t.md('subscribe.missing-permissions', {
    target: trusted(`<#${id}>`),
    permissions: new Intl.ListFormat(t.locale).format(missing.map((one) => t(`permission.${one}`))),
  });
