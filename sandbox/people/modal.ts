/** What a client sends when a modal is filled in. */
import { type APIModalInteractionResponseCallbackData, ComponentType as T } from 'discord-api-types/v10';
import { isObject } from '../validate/form.ts';
import { NotOffered } from './refusal.ts';

/** By `custom_id`: text for text inputs, a list for selects and groups, one value for radio buttons, true or false for a checkbox. */
export type ModalValues = Readonly<Record<string, string | readonly string[] | boolean>>;

/** A modal's inputs take an answer unless they say `required: false`. */
const isRequired = (component: Record<string, unknown>): boolean => component.required !== false;

const textAnswer = (component: Record<string, unknown>, given: unknown): object => {
  const value =
    typeof given === 'string' ? given : typeof component.value === 'string' ? component.value : '';
  const name = String(component.custom_id);
  const min = typeof component.min_length === 'number' ? component.min_length : 0;
  const max = typeof component.max_length === 'number' ? component.max_length : 4000;
  if (value === '' && isRequired(component)) throw new NotOffered(`${name} is required`);
  if (value !== '' && (value.length < min || value.length > max))
    throw new NotOffered(`${name} is ${min} to ${max} long`);
  return { type: T.TextInput, id: component.id ?? 0, custom_id: name, value };
};

const listAnswer = (component: Record<string, unknown>, given: unknown): object => {
  const preset = Array.isArray(component.options)
    ? component.options
        .filter(isObject)
        .flatMap((option) => (option.default === true ? [String(option.value)] : []))
    : [];
  const values = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : preset;
  const name = String(component.custom_id);
  if (values.length === 0 && isRequired(component)) throw new NotOffered(`${name} is required`);
  return { type: component.type, id: component.id ?? 0, custom_id: name, values };
};

const answer = (component: unknown, values: ModalValues): object => {
  if (!isObject(component)) throw new NotOffered('a label without a component');
  const given = values[String(component.custom_id)];
  if (component.type === T.TextInput) return textAnswer(component, given);
  const base = { type: component.type, id: component.id ?? 0, custom_id: component.custom_id };
  if (component.type === T.Checkbox) return { ...base, value: given ?? component.default ?? false };
  if (component.type === T.RadioGroup) {
    if (typeof given !== 'string' && isRequired(component))
      throw new NotOffered(`${String(component.custom_id)} is required`);
    return { ...base, value: given ?? null };
  }
  return listAnswer(component, given);
};

export const modalData = (modal: APIModalInteractionResponseCallbackData, values: ModalValues): object => {
  const known = new Set<string>();
  const components = modal.components.map((top): object => {
    if (top.type === T.ActionRow) {
      return {
        type: T.ActionRow,
        id: top.id ?? 0,
        components: top.components.map((one) => {
          known.add(one.custom_id);
          return answer(one, values);
        }),
      };
    }
    if (top.type === T.Label) {
      known.add(top.component.custom_id);
      return { type: T.Label, id: top.id ?? 0, component: answer(top.component, values) };
    }
    return { type: top.type, id: top.id ?? 0 };
  });
  const strange = Object.keys(values).find((name) => !known.has(name));
  if (strange !== undefined) throw new NotOffered(`the modal has no ${strange}`);
  return { custom_id: modal.custom_id, components };
};
