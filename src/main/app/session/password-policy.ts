import { type Problem, problem } from '#shared/kernel/problem.ts';

const MIN_LENGTH = 10;
const MAX_LENGTH = 128;

/** What is wrong with a new password; undefined when it will do. */
export function weakness(password: string, username: string): Problem | undefined {
  const text = password.normalize('NFC');
  if (text.length < MIN_LENGTH) return weak(`Mật khẩu cần ít nhất ${MIN_LENGTH} ký tự.`);
  if (text.length > MAX_LENGTH) return weak(`Mật khẩu dài hơn ${MAX_LENGTH} ký tự.`);
  if (!/\p{L}/u.test(text) || !/\p{N}/u.test(text)) return weak('Mật khẩu cần có cả chữ và số.');
  if (text.toLowerCase().includes(username.toLowerCase())) {
    return weak('Mật khẩu không được chứa tên đăng nhập.');
  }
  if (new Set(text).size < 5) return weak('Mật khẩu lặp lại quá ít ký tự khác nhau.');
  return undefined;
}

function weak(message: string): Problem {
  return problem('password/weak', 'error', message);
}
