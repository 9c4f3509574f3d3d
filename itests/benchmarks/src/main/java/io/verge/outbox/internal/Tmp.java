package io.verge.outbox.internal;
import io.verge.api.outbox.Lane; import java.nio.file.*;
public class Tmp { public static void main(String[] a) throws Exception {
 Path f = Files.createTempDirectory(Path.of("/work/wt/outbox/target"), "tmp"); byte[] c=new byte[300]; int n=300000;
 DiskWrites w=new DiskWrites(); 
 Running r=new Running(f); r.awaitOpen(); long x=w.octets();
 r.put(Lane.TELEMETRY,n,c); long y=w.octets(); System.out.println("put "+(y-x)/(300.0*n)+" file "+Files.size(f.resolve("outbox/outbox.db"))/(300.0*n)+" wal "+Files.size(f.resolve("outbox/outbox.db-wal")));
 Thread.sleep(3000); long z=w.octets(); System.out.println("idle "+(z-y)/(300.0*n));
 r.drain(1000); Thread.sleep(2000); long q=w.octets(); System.out.println("drain "+(q-z)/(300.0*n)); r.close(); System.out.println("close "+(w.octets()-q)/(300.0*n));
 Running.delete(f);
}}
