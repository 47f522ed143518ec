import { describeContract } from './contract-suite.ts';
import { inProcess, loopbackHttp, messagePort } from './transports.ts';

describeContract('in one process', inProcess);
describeContract('over a message port', messagePort);
describeContract('over HTTP on loopback', loopbackHttp);
