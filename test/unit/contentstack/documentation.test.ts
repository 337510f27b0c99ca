import { Contentstack } from '../../../nodes/Contentstack/Contentstack.node';
import { ContentstackTrigger } from '../../../nodes/Contentstack/ContentstackTrigger.node';
import { testDocumentation } from '../../support/documentation';

testDocumentation({
	page: 'docs/contentstack.md',
	router: 'nodes/Contentstack/actions/router.ts',
	node: new Contentstack(),
	trigger: new ContentstackTrigger(),
	eventParameter: 'events',
});
