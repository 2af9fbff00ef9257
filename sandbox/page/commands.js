/** Commands as a reader is offered them. */

/** The words of a command in the reader's language, or as they were declared. */
export const localised = (thing, field, locale) => thing[`${field}_localizations`]?.[locale] ?? thing[field];

const SUBCOMMAND = 1;
const GROUP = 2;

/** A command with subcommands is offered as its leaves: `feed add`, `feed list`. */
export const leaves = (command, locale) => {
  const walk = (part, words, shown) => {
    const inner = (part.options ?? []).filter(
      (option) => option.type === SUBCOMMAND || option.type === GROUP,
    );
    if (inner.length > 0) {
      return inner.flatMap((option) =>
        walk(option, [...words, option.name], [...shown, localised(option, 'name', locale)]),
      );
    }
    return [
      {
        name: words.join(' '),
        shown: shown.join(' '),
        description: localised(part, 'description', locale),
        options: part.options ?? [],
      },
    ];
  };
  return walk(command, [command.name], [localised(command, 'name', locale)]);
};
