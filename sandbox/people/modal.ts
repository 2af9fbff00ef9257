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

const sizes = (component: Record<string, unknown>): readonly [min: number, max: number] => [
  typeof component.min_values === 'number' ? component.min_values : 1,
  typeof component.max_values === 'number'
    ? component.max_values
    : component.type === T.CheckboxGroup && Array.isArray(component.options)
      ? component.options.length
      : 1,
];

const listAnswer = (component: Record<string, unknown>, given: unknown): object => {
  const preset = Array.isArray(component.options)
    ? component.options
        .filter(isObject)
        .flatMap((option) => (option.default === true ? [String(option.value)] : []))
    : [];
  const values = Array.isArray(given) ? given.map(String) : typeof given === 'string' ? [given] : preset;
  const name = String(component.custom_id);
  if (values.length === 0 && isRequired(component)) throw new NotOffered(`${name} is required`);
  const [min, max] = sizes(component);
  if (values.length > max || (values.length > 0 && values.length < min))
    throw new NotOffered(`${name} takes ${min} to ${max}`);
  if (Array.isArray(component.options)) {
    const known = component.options.filter(isObject).map((option) => option.value);
    const strange = values.find((value) => !known.includes(value));
    if (strange !== undefined) throw new NotOffered(`${name} has no choice ${strange}`);
  }
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

/** Of a modal that was never opened: what somebody sends who writes the request by hand. */
export const forgedModalData = (customId: string, values: ModalValues): object => ({
  custom_id: customId,
  components: Object.entries(values).map(([name, value], index) => ({
    type: T.Label,
    id: 2 * index + 1,
    component: {
      id: 2 * index + 2,
      custom_id: name,
      ...(Array.isArray(value) ? { type: T.StringSelect, values: value } : { type: T.TextInput, value }),
    },
  })),
});

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
