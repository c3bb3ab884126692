package dev.fanion.traces;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.Map;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The classes of dev.fanion once more, made from their own class files. In the copy one instruction, which {@link Linker} links,
 * stands in place of each access to memory that threads may share: each call of a {@link VarHandle}, and each plain access to a
 * field that {@link Places} names. All else is as it was. The files stay as they are, and nothing in {@code impl} knows of it.
 */
final class TracedClasses extends ClassLoader {
  private static final String SHIPPED = "dev.fanion.";
  private static final String PROGRAM = "dev.fanion.traces.program.";
  private static final String HANDLE = Type.getInternalName(VarHandle.class);
  private static final Handle OF_HANDLES = linker("handle");
  private static final Handle OF_FIELDS = linker("field", String.class);

  /** Class files to use in place of the shipped ones, by their names. */
  private final Map<String, byte[]> instead;

  private final Places places;

  TracedClasses(Map<String, byte[]> instead, Places places) {
    super(TracedClasses.class.getClassLoader());
    this.instead = instead;
    this.places = places;
  }

  private static Handle linker(String name, Class<?>... more) {
    MethodType type = MethodType.methodType(CallSite.class, Lookup.class, String.class, MethodType.class)
        .appendParameterTypes(more);
    return new Handle(Opcodes.H_INVOKESTATIC, Type.getInternalName(Linker.class), name, type.toMethodDescriptorString(), false);
  }

  static boolean isShipped(String name) {
    return name.startsWith(SHIPPED) && name.indexOf('.', SHIPPED.length()) < 0;
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    if (!isShipped(name) && !name.startsWith(PROGRAM)) {
      return super.loadClass(name, resolve);
    }
    synchronized (getClassLoadingLock(name)) {
      Class<?> known = findLoadedClass(name);
      return known != null ? known : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] file = instead.get(name);
    if (file == null) {
      file = file(name);
    }
    if (file == null) {
      throw new ClassNotFoundException(name);
    }
    byte[] bytes = isShipped(name) ? copy(file, places) : file;
    return defineClass(name, bytes, 0, bytes.length);
  }

  static byte[] file(String name) {
    try (InputStream file = TracedClasses.class.getClassLoader().getResourceAsStream(name.replace('.', '/') + ".class")) {
      return file == null ? null : file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class with the Linker's instructions; the stack before and after each of them is as it was. */
  static byte[] copy(byte[] file, Places places) {
    ClassWriter writer = new ClassWriter(0);
    new ClassReader(file).accept(new ClassVisitor(Opcodes.ASM9, writer) {
      @Override
      public MethodVisitor visitMethod(int access, String name, String descriptor, String signature, String[] exceptions) {
        return new Accesses(super.visitMethod(access, name, descriptor, signature, exceptions), places);
      }
    }, 0);
    return writer.toByteArray();
  }

  private static final class Accesses extends MethodVisitor {
    private final Places places;

    Accesses(MethodVisitor writer, Places places) {
      super(Opcodes.ASM9, writer);
      this.places = places;
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
      if (opcode == Opcodes.INVOKEVIRTUAL && owner.equals(HANDLE)) {
        visitInvokeDynamicInsn(name, "(L" + HANDLE + ";" + descriptor.substring(1), OF_HANDLES);
      } else {
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
      }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      boolean writes = opcode == Opcodes.PUTFIELD;
      if (!writes && opcode != Opcodes.GETFIELD
          || !places.hasPlain(owner.substring(owner.lastIndexOf('/') + 1), name, writes)) {
        super.visitFieldInsn(opcode, owner, name, descriptor);
      } else if (!writes) {
        visitInvokeDynamicInsn("get", "(L" + owner + ";)" + descriptor, OF_FIELDS, name);
      } else {
        visitInvokeDynamicInsn("set", "(L" + owner + ";" + descriptor + ")V", OF_FIELDS, name);
      }
    }
  }
}
