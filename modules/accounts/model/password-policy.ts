// What a password must be (GB/T 22239-2019, 8.1.4.1 身份鉴别: 具有复杂度要求并定期更换).

const PASSWORD_LENGTH = 10;
/** Long phrases are welcome; past this length hashing them would serve an attacker. */
const PASSWORD_LENGTH_MAX = 128;
const PASSWORD_CLASSES = 3;
/** As many earlier passwords may not come back. */
export const PASSWORD_MEMORY = 5;

export const passwordRule = `至少${PASSWORD_LENGTH}位，含大写字母、小写字母、数字、符号中的${PASSWORD_CLASSES}类，不得包含登录名，不得与最近${PASSWORD_MEMORY}次用过的相同。`;

const classes = [/[A-Z]/, /[a-z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** What is wrong with the password, one sentence each; earlier passwords are compared elsewhere, because only their hashes are kept. */
export function passwordProblems(password: string, login: string): string[] {
  const problems: string[] = [];
  const length = [...password].length;
  if (length < PASSWORD_LENGTH) problems.push(`密码至少${PASSWORD_LENGTH}位，现在是${length}位。`);
  if (length > PASSWORD_LENGTH_MAX) problems.push(`密码不超过${PASSWORD_LENGTH_MAX}位，现在是${length}位。`);
  const found = classes.filter((each) => each.test(password)).length;
  if (found < PASSWORD_CLASSES) {
    problems.push(`密码须含大写字母、小写字母、数字、符号中的${PASSWORD_CLASSES}类，现在只有${found}类。`);
  }
  if (login.length >= 3 && password.toLowerCase().includes(login.toLowerCase())) problems.push('密码不得包含登录名。');
  return problems;
}
