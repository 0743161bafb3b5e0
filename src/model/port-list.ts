import { instance, listOf } from './check';
import { Port } from './port';

/** A port, or the refusal of what is none. */
export const port = instance(Port, 'a port, such as Port.tcp(8080)');

/** At least one port: none is never taken for every port. */
export const ports = listOf(port, 'give the ports; every port is Port.all()');
