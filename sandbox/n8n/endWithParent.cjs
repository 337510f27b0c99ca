// Loaded into n8n before itself: its channel to the process that started it closes however that one ends, even by SIGKILL.
process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
