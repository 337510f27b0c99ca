import { createRoot } from 'react-dom/client';
import { App } from './App';
import './styles/page.css';
import './styles/controls.css';
import './styles/field.css';
import './styles/chooser.css';
import './styles/cards.css';
import './styles/filters.css';
import './styles/preview.css';
import { texts } from './texts';

document.documentElement.lang = texts.locale;
createRoot(document.getElementById('root') as HTMLElement).render(<App />);
