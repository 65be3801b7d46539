export function explainInstall(stderr: string, registry: string | undefined): string;
