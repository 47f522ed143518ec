import '@fontsource/be-vietnam-pro/400.css';
import '@fontsource/be-vietnam-pro/500.css';
import '@fontsource/be-vietnam-pro/600.css';
import '@fontsource/be-vietnam-pro/700.css';
import '@mantine/core/styles.css';
import '@mantine/notifications/styles.css';
import './theme/global.css';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { connectHost } from './host-client/connect-host.ts';
import { styleNonce } from './host-client/style-nonce.ts';
import { App } from './shell/app.tsx';

// The window's policy forbids eval, which zod would otherwise probe for.
z.config({ jitless: true });

// Dialogs lock scrolling through a style element whose nonce is looked up under this name.
Object.assign(window, { __webpack_nonce__: styleNonce() });

const place = document.getElementById('root');
if (!place) throw new Error('the page has no #root');
const connection = await connectHost();
createRoot(place).render(<App connection={connection} />);
