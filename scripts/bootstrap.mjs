// Runs on whatever Node the user has, so nothing newer than Node 12 may stand in this file.
const OLDEST = 20;

if (Number(process.versions.node.split('.')[0]) < OLDEST) {
	console.error(
		'This needs Node ' + OLDEST + ' or newer, and this is Node ' + process.versions.node + '.',
	);
	process.exitCode = 1;
} else {
	import('./bootstrap/run.mjs')
		.then(({ run }) => run(process.argv[2], process.argv.slice(3)))
		.then(
			(exitCode) => {
				process.exitCode = exitCode;
			},
			(error) => {
				console.error(error && error.plain ? error.message : error);
				process.exitCode = 1;
			},
		);
}
