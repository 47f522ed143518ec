/**
 * The page a browser opens first. The secret stands in the address's fragment, which is never sent or logged;
 * the script posts it, so that following a link alone changes nothing.
 */
export const launchHtml = `<!doctype html>
<html lang="vi">
<head><meta charset="utf-8"><title>Một Cửa Hộ Tịch</title></head>
<body><p id="message">Đang mở ứng dụng…</p><script type="module" src="/launch.js"></script></body>
</html>`;

export const launchScript = `const secret = location.hash.slice(1);
history.replaceState(null, '', '/launch');
const answer = await fetch('/launch', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: secret });
if (answer.ok) location.replace('/');
else document.getElementById('message').textContent =
  'Liên kết mở ứng dụng đã dùng rồi. Hãy mở lại Một Cửa Hộ Tịch từ biểu tượng hoặc chạy lại lệnh khởi động.';
`;
