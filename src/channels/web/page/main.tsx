import './styles/tokens.css';
import './styles/frame.css';
import './styles/strip.css';
import './styles/panel.css';
import './styles/dialog.css';
import './styles/chat.css';
import './styles/files.css';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { applyBrand } from './brand.js';
import { readPageConfig } from './page-config.js';

const meta = document.querySelector<HTMLMetaElement>('meta[name="shuzhi-config"]');
const config = readPageConfig(meta?.content ?? null);
applyBrand(config.brand);
document.title = `${config.institution.name} · ${config.assistant.title}${config.assistant.name}`;

const page = document.getElementById('page');
if (page !== null) createRoot(page).render(<App config={config} />);
