import {
  type APIComponentInLabel,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { encodeAction } from './customId.ts';
import type { Modal, ModalField, SelectOption } from './reply.ts';

/** A modal as Discord takes it: each field under a label of its own (docs, "Component Reference", Label). */
export const fitModal = ({ action, title, fields }: Modal): APIModalInteractionResponseCallbackData => ({
  custom_id: encodeAction(action),
  title,
  components: fields.map(label),
});

const label = (field: ModalField): APILabelComponent => ({
  type: ComponentType.Label,
  label: field.label,
  ...(field.description === undefined ? {} : { description: field.description }),
  component: input(field),
});

function input(field: ModalField): APIComponentInLabel {
  // Discord's own default is that every field must be filled in; ours, as with options, that none need be.
  const required = field.required ?? false;
  if (field.type === 'select') {
    const options = field.options ?? [];
    return {
      type: ComponentType.StringSelect,
      custom_id: field.id,
      options: selectOptions(options),
      required,
      min_values: required ? 1 : 0,
      max_values: Math.min(field.most ?? 1, options.length),
    };
  }
  return {
    type: ComponentType.TextInput,
    custom_id: field.id,
    style: field.type === 'lines' ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required,
    ...(field.value === undefined || field.value === '' ? {} : { value: field.value }),
    ...(field.maxLength === undefined ? {} : { max_length: field.maxLength }),
  };
}

/** Options of a select, in a message or a modal. */
export const selectOptions = (options: readonly SelectOption[]): APISelectMenuOption[] =>
  options.map(({ selected, ...option }) => ({ ...option, ...(selected ? { default: true } : {}) }));
