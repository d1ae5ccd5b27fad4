import type { Parameter } from '../kernel/protocol';

/** What a parameter is given: one text, or one text an element of a list. */
export type Value = string | string[];

/** What the list of parameters says below a name: type, rules and meaning. */
export function detailOf(parameter: Parameter): string {
    return [parameter.parameterType, parameter.required && 'required', parameter.secret && 'secret', parameter.range, parameter.description].filter(Boolean).join(' · ');
}

/** What is said where a value is asked for. */
export function promptOf(parameter: Parameter): string {
    if (parameter.secret)
        return [parameter.description, `The notebook does not keep it: its cell reads the environment variable ${parameter.variable}, which is set in this kernel alone.`].filter(Boolean).join(' · ');
    return [parameter.description, parameter.range].filter(Boolean).join(' · ');
}

/** The choices of a parameter, its present value among them. */
export function choicesOf({ choices, values }: Parameter): string[] {
    return [...new Set([...choices, ...values ?? []])];
}

/** Whether it takes several values. */
export function isList({ parameterType }: Parameter): boolean {
    return parameterType.endsWith('[]');
}

/** The present value as a person types it; where it is no constant, as C# writes it: text without its quotes, numbers without their suffix. */
export function typed({ default: literal, values }: Parameter): string {
    if (values)
        return values.join(', ');
    return (literal ?? '').replace(/^(-?[\d.]+)[mMdDfFlL]$/, '$1');
}
