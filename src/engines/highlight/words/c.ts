/** The words of C, C++ and CUDA that their lexers know. */

export const KEYWORDS = `
  _Alignas _Alignof _Atomic _Generic _Imaginary _Noreturn _Static_assert _Thread_local auto break case
  const continue default do else enum extern for goto if register restricted return sizeof static struct
  switch typedef union virtual volatile while
`;

export const TYPES = `
  DIR FILE _Bool _Complex char char16_t char32_t clock_t div_t double float fpos_t int int16_t int32_t
  int64_t int8_t int_fast16_t int_fast32_t int_fast64_t int_fast8_t int_least16_t int_least32_t
  int_least64_t int_least8_t intmax_t intptr_t jmp_buf ldiv_t long mbstate_t off_t ptrdiff_t short
  sig_atomic_t signed size_t ssize_t time_t uint16_t uint32_t uint64_t uint8_t uint_fast16_t uint_fast32_t
  uint_fast64_t uint_fast8_t uint_least16_t uint_least32_t uint_least64_t uint_least8_t uintmax_t uintptr_t
  unsigned va_list void wchar_t wctrans_t wctype_t wint_t
`;

export const RESERVED = `
  __asm __based __cdecl __declspec __except __fastcall __finally __inline __int16 __int32 __int61 __int8
  __leave __naked __restrict __stdcall __thread __try __typename _inline _naked _restrict _thread _typename
  inline naked restrict thread typename
`;

export const CPP_KEYWORDS = `
  alignas alignof asm catch char8_t co_await co_return co_yield concept const_cast consteval constexpr
  constinit decltype delete dynamic_cast explicit export final friend mutable namespace new noexcept
  operator override private protected public reinterpret_cast requires restrict size_of static_assert
  static_cast this thread_local throw throws try typeid typename using
`;

export const CPP_TYPES = `
  bool
`;

export const CPP_RESERVED = `
  __event __interface __multiple_inheritance __single_inheritance __super __uuidof __virtual_inheritance
`;

export const CUDA_KEYWORDS = `
  __constant__ __device__ __forceinline__ __global__ __host__ __managed__ __noinline__ __restrict__
  __shared__
`;

export const CUDA_TYPES = `
  char1 char2 char3 char4 dim3 double1 double2 double3 double4 float1 float2 float3 float4 int1 int2 int3
  int4 long1 long2 long3 long4 longlong1 longlong2 longlong3 longlong4 short1 short2 short3 short4 uchar1
  uchar2 uchar3 uchar4 uint1 uint2 uint3 uint4 ulong1 ulong2 ulong3 ulong4 ulonglong1 ulonglong2 ulonglong3
  ulonglong4 ushort1 ushort2 ushort3 ushort4
`;

export const CUDA_RESERVED = `

`;
