import { Iconik } from '../../../nodes/Iconik/Iconik.node';
import { IconikTrigger } from '../../../nodes/Iconik/IconikTrigger.node';
import { testDocumentation } from '../../support/documentation';

testDocumentation({
	page: 'docs/iconik.md',
	router: 'nodes/Iconik/actions/router.ts',
	node: new Iconik(),
	trigger: new IconikTrigger(),
	eventParameter: 'event',
});
