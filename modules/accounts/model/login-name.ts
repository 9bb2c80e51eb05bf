// What a login name looks like: short, lower case, typed the same on every keyboard. A credit code serves as one too.

export const LOGIN_PATTERN = /^[a-z0-9][a-z0-9._-]{2,31}$/;

export const loginRule = '登录名为3至32位小写字母、数字、点、下划线或短横，以字母或数字开头。';

/** As it is stored and compared: capitals, full-width letters and stray spaces do not make another name. */
export const normalLogin = (typed: string): string => typed.normalize('NFKC').trim().toLowerCase();
